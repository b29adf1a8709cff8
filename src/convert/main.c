/* griot-convert: what ministries send as Word files or letters, as Markdown; for griot, which guards
 * it: what such a file does to this program does nothing to griot.
 *
 *   griot-convert FILE
 *
 * The answer (base/relay.h) is a row of fields in threes: «source», a name, its text; «companion», a
 * name, its bytes (pictures, tables that a source names); «note», empty, words for those who keep
 * the edition. */
#include "base/file.h"
#include "base/process.h"
#include "base/relay.h"
#include "convert/letter.h"
#include "convert/markup.h"
#include "convert/word.h"

#include <unistd.h>

enum { MEMORY_MAX = 2000 << 20, SECONDS_MAX = 60 };

struct converting {
    struct arena *a;
    struct diags *d;
    struct text file;
    struct build out;
};

static void put(struct converting *c, const char *kind, struct text name, struct text bytes) {
    relay_put(&c->out, text_of(kind));
    relay_put(&c->out, name);
    relay_put(&c->out, bytes);
}

/* The document of the file `own` as a source named after `name`, with its companions. */
static void put_document(struct converting *c, struct document *doc, struct text own,
                         struct text name, struct text title) {
    document_settle(doc, own, title);
    if (!doc->parts.n || !doc->title.n) {
        DIAG0(c->d, ((struct place){.file = c->file}), CONVERT_EMPTY);
        return;
    }
    put(c, "source", TEXT_JOIN(c->a, name, T(".md")), markup_write(c->a, doc));
    for (size_t i = 0; i < doc->files.n; i++)
        put(c, "companion", doc->files.at[i].name, doc->files.at[i].bytes);
}

static void convert_word(struct converting *c, struct text own, struct text name,
                         struct text bytes) {
    struct document doc;
    if (word_read(c->a, c->d, c->file, name, bytes, &doc)) put_document(c, &doc, own, name, T(""));
}

/* The attachment as a source or a companion; false where it is neither. */
static bool take_attachment(struct converting *c, struct text letter, const struct companion *at) {
    struct text name = TEXT_JOIN(c->a, letter, T("-"), at->name);
    bool text = file_ends(at->name, T(".md")) || file_ends(at->name, T(".txt"));
    if (file_ends(at->name, T(".docx"))) convert_word(c, at->name, name, at->bytes);
    else if (text) put(c, "source", name, at->bytes);
    return text || file_ends(at->name, T(".docx"));
}

static bool accompanies(struct text name) {
    return file_ends(name, T(".png")) || file_ends(name, T(".jpg")) || file_ends(name, T(".jpeg")) ||
           file_ends(name, T(".csv"));
}

static void put_note(struct converting *c, const struct letter *l, struct text name) {
    struct build b = {.arena = c->a};
    build_text(&b, TEXT_JOIN(c->a, name, T(": "), l->from));
    if (l->sent.n) build_text(&b, TEXT_JOIN(c->a, T(", "), l->sent));
    if (l->subject.n) build_text(&b, TEXT_JOIN(c->a, T(", "), l->subject));
    put(c, "note", T(""), build_done(&b));
}

static void convert_letter(struct converting *c, struct text name, struct text bytes) {
    struct letter letter;
    struct document doc;
    size_t sources = 0;
    if (!letter_read(c->a, c->d, c->file, bytes, &letter)) return;
    put_note(c, &letter, name);
    for (size_t i = 0; i < letter.attached.n; i++)
        sources += take_attachment(c, name, &letter.attached.at[i]);
    if (!sources && !letter.text.n && letter.html) {
        DIAG0(c->d, ((struct place){.file = c->file}), LETTER_HTML);
        return;
    }
    for (size_t i = 0; i < letter.attached.n; i++)
        if (accompanies(letter.attached.at[i].name))
            put(c, "companion", letter.attached.at[i].name, letter.attached.at[i].bytes);
    if (sources) return;
    letter_document(c->a, &letter, &doc);
    struct text title = doc.title;
    doc.title = (struct text){0};
    put_document(c, &doc, name, name, title);
}

int main(int argc, char **argv) {
    struct arena arena = arena_open((size_t)1 << 30);
    struct diags d = diags_make(&arena);
    struct converting c = {.a = &arena, .d = &d, .out = {.arena = &arena}};
    struct text bytes;
    int status = 2;
    if (argc == 2) {
        c.file = text_of(argv[1]);
        process_limit(MEMORY_MAX, SECONDS_MAX);
        if (file_read(&arena, &d, c.file, FILE_CAP, &bytes)) {
            struct text name = file_name(c.file);
            if (file_ends(name, T(".eml"))) convert_letter(&c, name, bytes);
            else convert_word(&c, name, name, bytes);
        }
        status = relay_finish(&d, diags_fine(&d) ? build_done(&c.out) : T(""));
    } else {
        file_write_all(STDERR_FILENO, T("griot-convert is run by griot\n"));
    }
    arena_close(&arena);
    return status;
}
