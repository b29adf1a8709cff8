/* What griot and the programs that compose say of themselves. */
#include "cli/commands.h"

#include "base/deflate.h"
#include "base/digest.h"
#include "base/gzip.h"
#include "base/unicode.h"
#include "edition/yaml.h"
#include "pdf/haru.h"
#include "type/font.h"

void version_print(struct call *c) {
    struct text parts[] = {haru_library(c->a), font_library(c->a),    deflate_library(), gzip_library(c->a),
                           yaml_library(c->a), unicode_library(c->a), digest_library()};
    build_text(&c->out, T("griot " GRIOT_VERSION "\n"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        build_text(&c->out, parts[i]);
        build_char(&c->out, '\n');
    }
}
