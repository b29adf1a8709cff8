# griot. `make` builds ./griot; everything else that is made goes under out/.

VERSION = 0.1.0
PREFIX ?= /usr/local

# The Debian packages of the project, listed here and nowhere else.
PACKAGES_BUILD = gcc libc6-dev pkg-config libharfbuzz-dev libhpdf-dev libhyphen-dev libssl-dev \
	libutf8proc-dev libyaml-dev zlib1g-dev
PACKAGES_DATA = fonts-sil-gentiumplus fonts-inter fonts-noto-core hyphen-fr
PACKAGES_TEST =

CC = gcc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wundef -Wformat=2 -Wvla -Werror
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -DGRIOT_VERSION='"$(VERSION)"' -Isrc $(WARNINGS) -MMD -MP \
	-pthread $(CFLAGS)
# SHA-256 is all composing needs of OpenSSL: linked in, it saves loading the whole library.
LIBS = -lharfbuzz-subset -lharfbuzz -lhpdf -lhyphen -lyaml -lutf8proc -lz -Wl,-Bstatic -lcrypto -Wl,-Bdynamic
INCLUDES = -I/usr/include/harfbuzz

BUILD = out/build/release
SOURCES = $(wildcard src/*/*.c)
OBJECTS = $(SOURCES:src/%.c=$(BUILD)/%.o)

all: griot out/fonts/hashes out/hyphens/hyph_fr.dic

griot: $(OBJECTS)
	$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(BUILD)/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(INCLUDES) -c -o $@ $<

-include $(OBJECTS:.o=.d)

# Fonts and patterns come from their packages. «hashes» is written last, and is newer than the files
# it speaks of.
out/fonts/hashes: fonts/fonts.yaml
	@mkdir -p $(@D)
	@sed -n 's/^  file: //p' fonts/fonts.yaml | while read -r f; do \
		from=$$(find /usr/share/fonts -name "$$f" | head -n 1); \
		if [ -n "$$from" ]; then cp "$$from" out/fonts/; \
		else echo "make: $$f is missing; see PACKAGES_DATA in the Makefile" >&2; exit 1; fi; done
	cd out/fonts && sha256sum *.ttf *.otf > hashes.new && mv hashes.new hashes

out/hyphens/hyph_fr.dic: /usr/share/hyphen/hyph_fr.dic
	@mkdir -p $(@D)
	cp $< $@

clean:
	rm -rf out/build out/fonts out/hyphens griot

.PHONY: all clean
.DELETE_ON_ERROR:
