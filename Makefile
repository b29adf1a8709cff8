# griot. `make` builds ./griot; everything else that is made goes under out/.
#
#   make             ./griot and the programs beside it, with the fonts and patterns it needs
#   make bulletin    from nothing to out/2025-11-25.pdf: packages, program, the seed composed
#   make check       every test, under sanitizers
#   make check-web   the HTML twin before a checker of HTML, and of accessibility in a browser
#   make check-commonmark  the 652 examples of the specification of CommonMark 0.30
#   make check-pngsuite  the PNG files that libpng's source package has, PngSuite among them
#   make bench       speed and size against the floor and the competition; see tests/bench/run
#   make bench-archive  an archive of 10,000 editions: kept, proven, searched, and its bytes
#   make bench-mail  letters built and delivered in a second, beside msmtp
#   make faults      publish and import, failed and killed at every call; 2,000 letters, their sender killed
#   make fuzz        fuzzing with libFuzzer, for FUZZ_SECONDS a target
#   make install     under PREFIX (and DESTDIR)
#   make picture     styles/officiel.png again: page 1 of the seed, for the README
#   make engine      tests/engine.hashes again, when ENGINE was raised: what a fixed set of editions hashes to
#   make dist        out/build/griot-VERSION.tar.gz: this tree, the same bytes wherever it is packed
#   make clean       what was made, but never out/archive

VERSION = 0.1.0
PREFIX ?= /usr/local

# The Debian packages of the project, listed here and nowhere else.
PACKAGES_BUILD = gcc libc6-dev pkg-config libcmark-dev libcurl4-openssl-dev libdeflate-dev \
	libgmime-3.0-dev libharfbuzz-dev libhpdf-dev libhunspell-dev \
	libjpeg62-turbo-dev libpng-dev libqpdf-dev libsqlite3-dev libssl-dev libstemmer-dev \
	libutf8proc-dev libxml2-dev libyaml-dev libzip-dev zlib1g-dev
PACKAGES_DATA = fonts-sil-gentiumplus fonts-inter fonts-noto-core fonts-dejavu-core \
	hunspell-fr-classical hyphen-fr argyll icc-profiles-free
PACKAGES_CHECK = libhyphen-dev locales mandoc poppler-utils qpdf mupdf-tools ghostscript libjpeg-turbo-progs \
	jq libxml2-utils openssl bsdutils unzip python3 python3-aiosmtpd python3-fonttools
# What the twin is judged by, with packages of npm at these versions, which stay in out/build/web.
PACKAGES_WEB = chromium default-jre-headless nodejs npm
NPM_WEB = axe-core@4.14.1 puppeteer-core@24.43.1 vnu-jar@26.9.27
# The specification of the CommonMark that libcmark reads, as its authors publish it; it stays in out/build/commonmark.
PACKAGES_COMMONMARK = nodejs npm python3
NPM_COMMONMARK = commonmark-spec@0.30.0
# The pictures of libpng's source package, which stays in out/build/pngsuite, and what decodes them beside.
PACKAGES_PNGSUITE = netpbm python3 qpdf
SOURCE_PNGSUITE = libpng1.6
# A mail server for a test, which ends it; where a machine has one of its own, that stays, and the test is left out.
PACKAGES_POST = $(if $(wildcard /usr/sbin/sendmail),,postfix)
PACKAGES_PICTURE = poppler-utils pngquant
PACKAGES_FUZZ = clang libclang-rt-14-dev
# What the bench compares with and counts with; each is optional (see tests/bench/run).
PACKAGES_BENCH = borgbackup git msmtp poppler-utils valgrind groff fontforge-nox weasyprint texlive-luatex \
	texlive-latex-recommended texlive-latex-extra texlive-lang-french

CC = gcc
CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wundef -Wformat=2 -Wvla -Werror
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -DGRIOT_VERSION='"$(VERSION)"' -Isrc -I/usr/include/harfbuzz \
	$(WARNINGS) -MMD -MP -pthread
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# What all that is compiled depends on: a file with these flags, written where they have changed.
FLAGS = out/build/flags
export FLAGS_NOW := $(CC) $(ALL_CFLAGS) | $(CFLAGS) | $(SANITIZE)
# What is small, or of which composing needs a corner (of OpenSSL SHA-256), is linked in: each library
# that need not be found and loaded spares a part of the start.
LIBS = -lharfbuzz-subset -lharfbuzz -lhpdf \
	-Wl,-Bstatic -ldeflate -lyaml -lutf8proc -lpng16 -ljpeg -lcmark -lcrypto -Wl,-Bdynamic -lz -lm

# Programs beside griot, each a folder with its main, linked with base: what they need is loaded by
# them, and not by composing.
PARTS = sign inspect convert spell
LIBS_BASE = -lz -Wl,-Bstatic -ldeflate -lutf8proc -Wl,-Bdynamic -lcrypto
LIBS_sign = -lcurl
LIBS_inspect = -lqpdf
LIBS_spell = -lhunspell-1.7
LIBS_convert = -lxml2 -lgmime-3.0 -lgobject-2.0 -lglib-2.0 -lzip
CFLAGS_convert = $(shell pkg-config --cflags libxml-2.0 gmime-3.0 | sed 's/-I/-isystem /g')
# What a program beside griot has of folders other than its own and base.
ALSO_convert = archive/zip edition/issuer

# The program that keeps and regenerates editions can compose, too: it has griot's folders and the
# archive's, with the commands of cli/archivist.c in the place of those of cli/desk.c.
LIBS_ARCHIVE = -lzip -Wl,-Bstatic -lsqlite3 -lstemmer -Wl,-Bdynamic -lm
KEEPING = $(wildcard src/archive/*.c src/check/*.c) $(addprefix src/cli/,again.c archivist.c cargo.c check.c editor.c \
	export.c extract.c import.c impose.c keep.c keeper.c kept.c list.c numbering.c opened.c packing.c parts.c print.c \
	program.c progress.c publish.c reindex.c search.c show.c skip.c verified.c \
	verify.c workshop.c) src/pdf/streams.c
# So has the program that mails them, with cli/postman.c and what letters need.
LIBS_MAIL = -lgmime-3.0 -lgobject-2.0 -lglib-2.0 -lcurl
MAILING = $(wildcard src/mail/*.c) src/cli/mail.c src/cli/postman.c
# What the catalogue alone answers is in a program that loads little: it starts in a millisecond.
LIBS_FIND = -Wl,-Bstatic -ldeflate -lsqlite3 -lstemmer -lyaml -lutf8proc -lcrypto -Wl,-Bdynamic -lz -lm
FINDING = src/cli/finder.c
FOUND = $(FINDING) $(wildcard src/base/*.c) \
	$(addprefix src/archive/,bag.c catalogue.c journal.c lookup.c name.c recipe.c store.c) \
	$(addprefix src/cli/,call.c keep.c list.c main.c options.c search.c) \
	$(addprefix src/edition/,edition.c encoding.c issuer.c ministries.c newsroom.c phrases.c rows.c table.c yaml.c)
COMPOSING = $(addprefix src/cli/,compose.c convert.c desk.c inspect.c ministry.c)

PROGRAMS = $(PARTS) archive find mail
PART_SOURCES = $(foreach p,$(PARTS),$(wildcard src/$p/*.c))
SOURCES = $(filter-out $(PART_SOURCES),$(wildcard src/*/*.c))
objects = $(patsubst src/%.c,out/build/$1/%.o,$2)
part_objects = $(call objects,$1,$(wildcard src/$2/*.c src/base/*.c) $(ALSO_$2:%=src/%.c))
OBJECTS = $(call objects,release,$(filter-out $(KEEPING) $(MAILING) $(FINDING),$(SOURCES)))
CHECKED = $(call objects,check,$(filter-out $(KEEPING) $(MAILING) $(FINDING),$(SOURCES)))
ARCHIVE = $(call objects,release,$(filter-out $(COMPOSING) $(MAILING) $(FINDING),$(SOURCES)))
ARCHIVE_CHECKED = $(call objects,check,$(filter-out $(COMPOSING) $(MAILING) $(FINDING),$(SOURCES)))
MAIL = $(call objects,release,$(filter-out $(COMPOSING) $(FINDING) src/cli/archivist.c,$(SOURCES)))
MAIL_CHECKED = $(call objects,check,$(filter-out $(COMPOSING) $(FINDING) src/cli/archivist.c,$(SOURCES)))
# What tests are linked with: everything but what starts a program, and the libraries of mail.
LINKED = src/mail/subscribers.c $(filter-out $(MAILING) $(FINDING) $(addprefix src/cli/,main.c desk.c archivist.c), \
	$(SOURCES))
LIBRARY = $(call objects,check,$(LINKED))
TESTS = $(patsubst tests/%.c,out/build/check/tests/%,$(filter-out tests/bench/%, \
	$(wildcard tests/*/*.c)))
BENCH = $(patsubst tests/bench/%.c,%,$(wildcard tests/bench/*.c))
DATA = out/fonts/hashes out/hyphens/hyph_fr.dic out/dictionary/fr.aff out/dictionary/fr.dic out/dictionary/fr.forms out/profiles/FOGRA29.icc
# What an archive keeps of the program besides itself: its source, and whose versions it is made of.
DIST = out/build/griot-$(VERSION).tar.gz
TREE = .ci .clang-format .gitignore LICENSE Makefile README.md fonts seeds src styles tests
ABOUT = $(DIST) out/build/parts.txt

all: griot $(PROGRAMS:%=out/build/libexec/griot-%) $(DATA) $(ABOUT)

griot: $(OBJECTS)
	@echo "  LD $@"
	@$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

out/build/libexec/griot-archive: $(ARCHIVE)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(LIBS_ARCHIVE)

out/build/libexec/griot-find: $(call objects,release,$(FOUND))
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_FIND)

out/build/libexec/griot-mail: $(MAIL)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) $(LIBS_ARCHIVE) $(LIBS_MAIL)

$(foreach b,release check fuzz,out/build/$b/mail/letter.o): ALL_CFLAGS += \
	$(subst -I/,-isystem /,$(shell pkg-config --cflags gmime-3.0))

define part
out/build/libexec/griot-$1: $(call part_objects,release,$1)
	@mkdir -p $$(@D)
	@echo "  LD $$@"
	@$$(CC) -pthread $$(CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIBS_$1) $$(LIBS_BASE)

out/build/check/prefix/libexec/griot/griot-$1: $(call part_objects,check,$1)
	@mkdir -p $$(@D)
	@echo "  LD $$@"
	@$$(CC) -pthread $$(SANITIZE) -o $$@ $$^ $$(LIBS_$1) $$(LIBS_BASE)

out/build/check/tests/$1/%: tests/$1/%.c $(call part_objects,check,$1) $(FLAGS)
	@mkdir -p $$(@D)
	@echo "  CC $$<"
	@$$(CC) $$(ALL_CFLAGS) $$(SANITIZE) -Itests -o $$@ $$< \
		$(filter-out out/build/check/$1/main.o,$(call part_objects,check,$1)) $$(LIBS_$1) $$(LIBS_BASE)
endef
$(foreach p,$(PARTS),$(eval $(call part,$p)))

# Fuzz targets of what is in a program beside griot, here of griot-convert, are linked with that.
FUZZ_CONVERT = word letter

$(foreach b,release check fuzz,out/build/$b/convert/%.o) out/build/check/tests/convert/% \
	$(foreach t,$(FUZZ_CONVERT),out/build/check/tests/fuzz/$t out/build/fuzz/targets/$t): \
	ALL_CFLAGS += $(CFLAGS_convert)

$(FLAGS): always
	@mkdir -p $(@D)
	@echo "$$FLAGS_NOW" | cmp -s - $@ || echo "$$FLAGS_NOW" >$@

out/build/release/%.o: src/%.c $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(CFLAGS) -c -o $@ $<

# Fonts and patterns come from their packages. «hashes» is written last: it is newer than the files
# it speaks of.
out/fonts/hashes: fonts/fonts.yaml
	@mkdir -p $(@D)
	@sed -n 's/^  file: //p' fonts/fonts.yaml | while read -r f; do \
		from=$$(find /usr/share/fonts -name "$$f" | head -n 1); \
		[ -n "$$from" ] || { echo "make: no $$f; install: $(PACKAGES_DATA)" >&2; exit 1; }; \
		cp "$$from" out/fonts/ || exit 1; done
	cd out/fonts && sha256sum *.ttf *.otf >hashes.new && mv hashes.new hashes

out/hyphens/hyph_fr.dic: /usr/share/hyphen/hyph_fr.dic
	@mkdir -p $(@D)
	cp $< $@

out/dictionary/%: /usr/share/hunspell/%
	@mkdir -p $(@D)
	cp $< $@

# All forms of its words, which `griot check` looks up without loading it.
out/dictionary/fr.forms: out/build/libexec/griot-spell out/dictionary/fr.aff out/dictionary/fr.dic
	@echo "  griot-spell $@"
	@$< --forms out/dictionary/fr.aff out/dictionary/fr.dic >$@.new && mv $@.new $@

/usr/share/hyphen/hyph_fr.dic /usr/share/hunspell/fr.aff /usr/share/hunspell/fr.dic:
	@echo "make: no $@; install: $(PACKAGES_DATA)" >&2; exit 1

engine: all
	tests/engine $(CURDIR)/griot >out/build/engine.hashes
	mv out/build/engine.hashes tests/engine.hashes
	@head -n 1 tests/engine.hashes

# What is said of the damaged bundles that are kept; with BUNDLES=1 they are made anew, of a bundle as it is
# made today.
damaged: all
	tests/archive/damages $(CURDIR)/griot $(if $(BUNDLES),bundles,words)

dist: $(DIST)

$(DIST): $(shell find $(TREE) -type f)
	@mkdir -p $(@D)
	@find $(TREE) -type f | LC_ALL=C sort | tar -c --format=ustar --mtime=@0 --owner=0 --group=0 \
		--numeric-owner --mode=u=rwX,go=rX --transform 's,^,griot-$(VERSION)/,' -T - | gzip -9n >$@

# The packages it was built with, and those of the shared objects it loads.
out/build/parts.txt: out/build/libexec/griot-archive
	@{ dpkg-query -W -f '$${Package} $${Version}\n' $(PACKAGES_BUILD); \
	ldd $< | grep -o '/[^ ]*' | while read -r so; do \
		for f in $$(realpath "$$so") "$$so" "$$(realpath "$$so" | sed 's,^/usr,,')"; do \
			dpkg-query -S "$$f" && break; done | head -n 1 | cut -d : -f 1 | \
			xargs -r dpkg-query -W -f '$${Package} $${Version}\n'; done; } 2>/dev/null | LC_ALL=C sort -u >$@

# The colours of offset on uncoated paper: no package has the profile ready, so it is computed from
# the measurements of FOGRA29, which one has. Its date is set to that of the data, so that it has the
# same bytes each time; «hashes» says what they are.
out/profiles/FOGRA29.icc: /usr/share/color/icc/FOGRA29L.ti3
	@mkdir -p $(@D)
	@command -v colprof >/dev/null || { echo "make: no colprof; install: $(PACKAGES_DATA)" >&2; exit 1; }
	@echo "  colprof $@"
	@cp $< $(@D)/making.ti3
	@cd $(@D) && colprof -q l -b l -k r -l 300 -A griot -M "offset, uncoated paper" \
		-D "Offset on uncoated white paper (FOGRA29)" -C "From FOGRA29L; zlib licence" making >/dev/null
	@printf '\007\323\000\011\000\001\000\000\000\000\000\000' | \
		dd of=$(@D)/making.icc bs=1 seek=24 conv=notrunc status=none
	@cd $(@D) && rm making.ti3 && mv making.icc FOGRA29.icc && sha256sum FOGRA29.icc >hashes

/usr/share/color/icc/FOGRA29L.ti3:
	@echo "make: no $@; install: $(PACKAGES_DATA)" >&2; exit 1

# --- packages: root installs what is missing, others are told ---
define need
	@missing=; for p in $(1); do \
		dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; [ -z "$$missing" ] || { \
		[ "$$(id -u)" -eq 0 ] || { echo "make: as root, run: apt-get install$$missing" >&2; exit 1; }; \
		DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; }
endef

packages:
	$(call need,$(PACKAGES_BUILD) $(PACKAGES_DATA))

packages-check: packages
	@[ -z "$(PACKAGES_POST)" ] || [ "$$(id -u)" -ne 0 ] || \
		echo postfix postfix/main_mailer_type select No configuration | debconf-set-selections
	$(call need,$(PACKAGES_CHECK) $(PACKAGES_POST))

bulletin: packages
	@$(MAKE) --no-print-directory all
	./griot compose seeds/2025-11-25.txt

# The one picture that is kept: small, of a few colours.
picture: all
	$(call need,$(PACKAGES_PICTURE))
	@mkdir -p out/build
	./griot compose -o out/build/picture.pdf seeds/2025-11-25.txt
	pdftoppm -r 80 -f 1 -l 1 -png -singlefile out/build/picture.pdf out/build/picture
	pngquant --force --nofs --strip --output styles/officiel.png 16 out/build/picture.png

# --- tests ---
check: packages-check
	@$(MAKE) --no-print-directory checks

CHECKED_PROGRAMS = $(PROGRAMS:%=out/build/check/prefix/libexec/griot/griot-%)

checks: all out/build/check/prefix/bin/griot $(CHECKED_PROGRAMS) $(TESTS) out/build/faults.so \
		$(BENCH:%=out/build/check/bench/%) out/build/locale/de_DE.UTF-8
	@$(MAKE) --no-print-directory install-data DESTDIR= PREFIX=$(CURDIR)/out/build/check/prefix
	@LOCPATH=$(CURDIR)/out/build/locale GRIOT_RELEASE=$(CURDIR)/griot tests/run.sh \
		$(CURDIR)/out/build/check/prefix/bin/griot $(CURDIR)/out/build/check/tests $(ONLY)

check-web: all
	$(if $(filter 4,$(words $(shell which chromium java node npm))),,$(call need,$(PACKAGES_WEB)))
	@mkdir -p out/build/web
	npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock --prefix out/build/web $(NPM_WEB)
	@GRIOT=$(CURDIR)/griot WEB=$(CURDIR)/out/build/web tests/publish/web

check-commonmark: all
	$(if $(filter 2,$(words $(shell which npm python3))),,$(call need,$(PACKAGES_COMMONMARK)))
	@mkdir -p out/build/commonmark
	npm install --silent --ignore-scripts --no-audit --no-fund --no-package-lock --prefix out/build/commonmark \
		$(NPM_COMMONMARK)
	@python3 tests/edition/commonmark.py $(CURDIR)/griot out/build/commonmark/node_modules/commonmark-spec/spec.txt

# Source packages are asked for with a list of their own, so that those of the machine stay.
SOURCES_APT = -o Dir::Etc::SourceList=$(CURDIR)/out/build/pngsuite/apt.list -o Dir::Etc::SourceParts=/dev/null \
	-o Dir::State::Lists=$(CURDIR)/out/build/pngsuite/lists -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
	-o APT::Sandbox::User=root

check-pngsuite: all
	$(if $(filter 3,$(words $(shell which pngtopam python3 qpdf))),,$(call need,$(PACKAGES_PNGSUITE)))
	@mkdir -p out/build/pngsuite/lists/partial
	@echo 'deb-src http://deb.debian.org/debian bookworm main' >out/build/pngsuite/apt.list
	cd out/build/pngsuite && apt-get $(SOURCES_APT) -qq update && \
		apt-get $(SOURCES_APT) -qq source --download-only $(SOURCE_PNGSUITE)
	tar -xf out/build/pngsuite/$(SOURCE_PNGSUITE)_*.orig.tar.gz -C out/build/pngsuite --strip-components 1 \
		--wildcards '*/contrib/pngsuite/*' '*/contrib/testpngs/*'
	@python3 tests/edition/pngsuite.py $(CURDIR)/griot out/build/pngsuite/contrib

# The program under sanitizers, installed with the data as users have it.
out/build/check/prefix/bin/griot: $(CHECKED)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(SANITIZE) -o $@ $^ $(LIBS)

out/build/check/prefix/libexec/griot/griot-archive: $(ARCHIVE_CHECKED)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(SANITIZE) -o $@ $^ $(LIBS) $(LIBS_ARCHIVE)

out/build/check/prefix/libexec/griot/griot-find: $(call objects,check,$(FOUND))
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(SANITIZE) -o $@ $^ $(LIBS_FIND)

out/build/check/prefix/libexec/griot/griot-mail: $(MAIL_CHECKED)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(CC) -pthread $(SANITIZE) -o $@ $^ $(LIBS) $(LIBS_ARCHIVE) $(LIBS_MAIL)

out/build/check/%.o: src/%.c $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (sanitized) $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -c -o $@ $<

# A test is linked with everything but main.
out/build/check/tests/%: tests/%.c $(LIBRARY) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -Itests -o $@ $< \
		$(LIBRARY) $(LIBS) $(LIBS_ARCHIVE)

# What griot reads itself, beside the library that reads it for others.
out/build/check/tests/type/patterns-peer: LIBS += -lhyphen

out/build/check/tests/mail/%: tests/mail/%.c $(LIBRARY) $(MAIL_CHECKED) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -Itests -o $@ $< $(filter-out %/main.o %/postman.o,$(MAIL_CHECKED)) \
		$(LIBS) $(LIBS_ARCHIVE) $(LIBS_MAIL)

# A fuzz target is a test too: over the inputs it is given here.
out/build/check/tests/fuzz/%: tests/fuzz/%.c tests/replay.c tests/fuzz.h $(LIBRARY) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -Itests -o $@ $< tests/replay.c \
		$(LIBRARY) $(LIBS) $(LIBS_ARCHIVE)

converting = $(filter-out %/main.o,$(call part_objects,$1,convert))

$(FUZZ_CONVERT:%=out/build/check/tests/fuzz/%): out/build/check/tests/fuzz/%: tests/fuzz/%.c tests/replay.c \
		tests/fuzz.h $(call converting,check) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -Itests -o $@ $< tests/replay.c \
		$(call converting,check) $(LIBS_convert) $(LIBS_BASE)

out/build/locale/de_DE.UTF-8:
	@mkdir -p $(@D)
	localedef -i de_DE -f UTF-8 --no-archive $@

# --- speed and size: its settings stand in tests/bench/run ---
bench: all $(BENCH:%=out/build/bench/%)
	@GRIOT=$(CURDIR)/griot TOOLS=$(CURDIR)/out/build/bench tests/bench/run

# Its size, and what else can be set, stand in tests/bench/archive.
bench-archive: all $(addprefix out/build/bench/,hashes inputs timer)
	@GRIOT=$(CURDIR)/griot TOOLS=$(CURDIR)/out/build/bench tests/bench/archive

out/build/bench/hashes out/build/check/bench/hashes: LDLIBS_BENCH = -Wl,-Bstatic -lcrypto -ldeflate -Wl,-Bdynamic

out/build/bench/decoder out/build/check/bench/decoder: LDLIBS_BENCH = -Wl,-Bstatic -lpng16 -Wl,-Bdynamic

# Letters built and delivered, beside msmtp; and the sender killed amid 2,000 of them.
bench-mail: all
	@GRIOT=$(CURDIR)/griot tests/bench/post

faults: all out/build/faults.so
	@GRIOT=$(CURDIR)/griot FAULTS=$(CURDIR)/out/build/faults.so tests/archive/faults
	@GRIOT=$(CURDIR)/griot tests/mail/faults

# What lets the system fail a program: see tests/faults.c.
out/build/faults.so: tests/faults.c Makefile
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) -O1 -fPIC -shared -o $@ $< -ldl

packages-bench: packages
	$(call need,$(PACKAGES_BENCH))

# The floor is static, so that it starts as fast as a program can.
out/build/bench/floor: LDFLAGS += -static

out/build/bench/%: tests/bench/%.c $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(CFLAGS) -o $@ $< $(LDFLAGS) $(LDLIBS_BENCH) -lz -lm

# What composes again in one process is linked with what composes.
out/build/bench/again: tests/bench/again.c $(call objects,release,$(LINKED)) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) $(CFLAGS) -o $@ $< $(call objects,release,$(LINKED)) $(LDFLAGS) \
		$(LIBS) $(LIBS_ARCHIVE)

out/build/check/bench/again: tests/bench/again.c $(LIBRARY) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (sanitized) $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -o $@ $< $(LIBRARY) $(LIBS) $(LIBS_ARCHIVE)

out/build/check/bench/%: tests/bench/%.c $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (sanitized) $<"
	@$(CC) $(ALL_CFLAGS) $(SANITIZE) -o $@ $< $(LDLIBS_BENCH) -lz -lm

# --- fuzzing: FUZZ_SECONDS for each target, from what it is given here and what it found before ---
FUZZ_SECONDS = 60
FUZZ = -O1 -g -Wno-error -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZED = $(call objects,fuzz,$(LINKED))
TARGETS = $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))

fuzz: packages
	$(call need,$(PACKAGES_FUZZ))
	@$(MAKE) --no-print-directory $(TARGETS:%=fuzz-%)

fuzz-%: out/build/fuzz/targets/%
	@mkdir -p out/build/fuzz/found/$*
	$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 -verbosity=0 -print_final_stats=1 \
		-artifact_prefix=out/build/fuzz/$*- out/build/fuzz/found/$* tests/fuzz/$*

out/build/fuzz/targets/%: tests/fuzz/%.c tests/fuzz.h $(FUZZED) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (fuzzed) $<"
	@clang $(ALL_CFLAGS) $(FUZZ) -fsanitize=fuzzer -Itests -o $@ $< \
		$(FUZZED) $(LIBS) $(LIBS_ARCHIVE)

$(FUZZ_CONVERT:%=out/build/fuzz/targets/%): out/build/fuzz/targets/%: tests/fuzz/%.c tests/fuzz.h \
		$(call converting,fuzz) $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (fuzzed) $<"
	@clang $(ALL_CFLAGS) $(FUZZ) -fsanitize=fuzzer -Itests -o $@ $< \
		$(call converting,fuzz) $(LIBS_convert) $(LIBS_BASE)

out/build/fuzz/%.o: src/%.c $(FLAGS)
	@mkdir -p $(@D)
	@echo "  CC (fuzzed) $<"
	@clang $(ALL_CFLAGS) $(FUZZ) -fsanitize=fuzzer-no-link -c -o $@ $<

# --- installing ---
SHARE = $(DESTDIR)$(PREFIX)/share

install: all install-data
	install -D griot $(DESTDIR)$(PREFIX)/bin/griot
	for p in $(PROGRAMS); do install -D out/build/libexec/griot-$$p \
		$(DESTDIR)$(PREFIX)/libexec/griot/griot-$$p || exit 1; done

install-data: $(DATA) $(ABOUT)
	@for f in $(ABOUT); do install -m 644 -D $$f $(SHARE)/griot/$${f##*/}; done
	@for f in styles/*.yaml; do install -m 644 -D $$f $(SHARE)/griot/styles/$${f##*/}; done
	@for f in fonts/fonts.yaml out/fonts/*.ttf out/fonts/*.otf out/fonts/hashes; do \
		install -m 644 -D $$f $(SHARE)/griot/fonts/$${f##*/}; done
	@install -m 644 -D out/hyphens/hyph_fr.dic $(SHARE)/griot/hyphens/hyph_fr.dic
	@install -m 644 -D styles/mali.words $(SHARE)/griot/styles/mali.words
	@for f in aff dic forms; do \
		install -m 644 -D out/dictionary/fr.$$f $(SHARE)/griot/dictionary/fr.$$f || exit 1; done
	@install -m 644 -D out/profiles/FOGRA29.icc $(SHARE)/griot/profiles/FOGRA29.icc
	@for f in src/*/*.[1-9]; do [ ! -e $$f ] || \
		install -m 644 -D $$f $(SHARE)/man/man$${f##*.}/$${f##*/}; done

clean:
	rm -rf out/build out/fonts out/hyphens out/profiles out/dictionary griot

-include $(foreach b,release check,$(patsubst %.o,%.d,$(call objects,$b,$(wildcard src/*/*.c)))) \
	$(TESTS:=.d) $(FUZZED:.o=.d)

.PHONY: all always damaged dist engine check-web check-commonmark check-pngsuite packages packages-check packages-bench bulletin picture check checks fuzz bench \
	bench-archive bench-mail faults install install-data clean
.DELETE_ON_ERROR:
.SECONDARY:
