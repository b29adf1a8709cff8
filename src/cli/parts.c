/* See parts.h. */
#include "cli/parts.h"

#include "archive/zip.h"
#include "base/deflate.h"
#include "base/digest.h"
#include "base/unicode.h"
#include "edition/yaml.h"
#include "pdf/haru.h"
#include "type/font.h"

struct part_versions parts_linked(struct arena *a) {
    struct text parts[] = {haru_library(a),    font_library(a),  deflate_library(a), yaml_library(a),
                           unicode_library(a), digest_library(), zip_library(a)};
    struct part_versions out = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t space = text_find(parts[i], T(" "));
        arena_push(a, &out, ((struct part_version){text_part(parts[i], 0, space),
                                                   text_after(parts[i], space + 1)}));
    }
    return out;
}
