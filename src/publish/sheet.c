/* See sheet.h. Sizes are in rem, so that a reader's own size of type holds; faces are named, never
 * fetched. */
#include "publish/sheet.h"

#include "publish/contrast.h"

static const struct colour light_paper = {0xff, 0xff, 0xff}, dark_paper = {0x15, 0x18, 0x1b},
                           proof = {0xc8, 0x00, 0x00};

/* What is the same for every newsroom: screens first, then wider ones, then paper. */
static const char *const rules[] = {
    "*{box-sizing:border-box}",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}",
    "body{margin:0 auto;padding:0 1.25rem;max-width:calc(65ch + 2.5rem);background:var(--paper);"
    "color:var(--ink);font:1.0625rem/1.55 var(--serif);-webkit-hyphens:auto;hyphens:auto;"
    "overflow-wrap:anywhere}",
    "p{margin:0;text-wrap:pretty}",
    "ol{margin:0;padding:0;list-style:none}",
    "a{color:inherit;text-decoration:none}",
    "a:hover{text-decoration:underline}",
    ":focus-visible{outline:3px solid var(--accent);outline-offset:2px}",
    ".skip{position:absolute;top:0;padding:.5rem 1rem;background:var(--accent);color:var(--paper);"
    "font:600 .9rem/1.5 var(--sans);transform:translateY(-110%)}",
    ".skip:focus{transform:none}",
    /* masthead */
    "header{padding-top:1.5rem}",
    "h1{margin:0;padding:.15em 0 .2em;font:700 2.1rem/1.08 var(--serif);"
    "font-size:clamp(1.35rem,calc(var(--width)/var(--ems)),5.2rem);"
    "-webkit-hyphens:manual;hyphens:manual;text-wrap:balance}",
    ".proof{margin-bottom:1rem;border:2px solid;color:var(--proof);text-align:center;"
    "font:700 1rem/2 var(--sans);letter-spacing:.2em}",
    ".state,.issue{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1.25rem}",
    ".state{margin-bottom:.9rem;font-size:.95rem;line-height:1.4}",
    ".name{text-transform:uppercase;"
    "letter-spacing:.08em;font:.75rem/1.75 var(--sans)}",
    ".issue{border:solid var(--line);border-width:1px 0;padding:.45rem 0;"
    "font:.8125rem/1.5 var(--sans);font-variant-numeric:tabular-nums}",
    "time{font-weight:600}",
    ".notice{border-bottom:1px solid var(--line);padding:.45rem 0;font:600 .875rem/1.5 var(--sans)}",
    /* contents */
    "nav{margin-top:1.25rem;line-height:1.35}",
    "nav h2{margin:0 0 .4rem;color:var(--accent);font:600 .85rem/1.5 var(--sans);"
    "letter-spacing:.08em;text-transform:uppercase}",
    "nav a{display:block;padding:.2rem 0;min-height:1.5rem}",
    "nav li li{padding-inline-start:.9rem;font-size:.97rem}",
    "nav li{break-inside:avoid}",
    "nav>ol>li{margin-bottom:.5rem}",
    "nav>ol>li>a{font:600 .8125rem/1.4 var(--sans)}",
    /* communiqués */
    "section{margin-top:2.75rem}",
    "section>h2{margin:0;border-top:3px solid var(--accent);padding-top:.5rem;"
    "font:600 1rem/1.4 var(--sans)}",
    "abbr{margin-inline-start:.5em;color:var(--quiet);font-weight:400;font-size:.8em;"
    "letter-spacing:.08em;text-decoration:none}",
    "article{margin-top:.75rem}",
    "article+article{margin-top:2.25rem}",
    "h3{margin:0 0 .6rem;font:700 clamp(1.3rem,1.1rem + 1vw,1.6rem)/1.22 var(--serif);"
    "-webkit-hyphens:manual;hyphens:manual;text-wrap:balance}",
    "article p+p{text-indent:1.5em}",
    "article>p:last-child::after{content:\"\\a0\\a0\\a0\";"
    "background:linear-gradient(var(--accent),var(--accent)) 100% 55%/.45em .45em no-repeat}",
    ".note{margin-bottom:.6rem;color:var(--quiet);font:.8125rem/1.5 var(--sans)}",
    "article .note+p{text-indent:0}",
    "h4,h5,h6{margin:1.2rem 0 .3rem;font:700 1.05rem/1.35 var(--serif);break-after:avoid}",
    "h5,h6{font-style:italic}",
    "article ul,article ol{margin:.3rem 0;padding-inline-start:1.7em;list-style:decimal}",
    "article ul{list-style:\"–\\a0\";padding-inline-start:1.1em}",
    "blockquote{margin:.8rem 0;border-inline-start:3px solid var(--line);padding-inline-start:1rem}",
    "pre{margin:.8rem 0;white-space:pre-wrap}",
    "pre code{display:block}",
    "code{font:.88em/1.5 \"DejaVu Sans Mono\",ui-monospace,Menlo,Consolas,monospace;"
    "-webkit-hyphens:none;hyphens:none}",
    "figure{margin:1rem 0}",
    "img{display:block;max-width:100%;height:auto;margin:0 auto}",
    "figcaption,caption{margin:.35rem 0;text-align:start;font:italic .92rem/1.4 var(--serif)}",
    "small{display:block;color:var(--quiet);font:.8125rem/1.5 var(--sans)}",
    ".table{margin:1rem 0;overflow-x:auto}",
    "table{width:100%;border-collapse:collapse;font:.8125rem/1.5 var(--sans);"
    "font-variant-numeric:tabular-nums}",
    "th,td{padding:.2rem .8rem .2rem 0;text-align:start;vertical-align:top;"
    "overflow-wrap:normal;-webkit-hyphens:manual;hyphens:manual}",
    "thead{border-block:1px solid var(--line)}",
    "tbody{border-bottom:1px solid var(--line)}",
    ".n{text-align:end}",
    "th:last-child,td:last-child{padding-inline-end:0}",
    "hr{width:20%;margin:1.2rem auto;border:0;border-top:1px solid var(--line)}",
    "article a{color:var(--accent);text-decoration:underline}",
    "section:target>h2,article:target>h3{text-decoration:underline var(--accent) .1em;"
    "text-underline-offset:.2em}",
    "footer{margin:3rem 0 2rem;border-top:1px solid var(--line);padding-top:.75rem;"
    "color:var(--quiet);font-size:.9rem;line-height:1.45}",
    "footer p:first-child{font:600 .8125rem/1.6 var(--sans)}",
    "footer a{color:var(--accent);text-decoration:underline}",
    /* wider: contents in two columns; then beside the text, always in sight */
    "@media (min-width:40rem){nav>ol{columns:2;column-gap:2rem;column-rule:1px solid var(--line)}}",
    "@media print,screen and (min-width:70rem){.issue{display:grid;"
    "grid-template-columns:1fr auto 1fr}.issue p:last-child{text-align:end}}",
    "@media screen and (min-width:70rem){:root{--width:calc(21.5rem + 65ch)}"
    "body{display:grid;grid-template-columns:18rem minmax(0,65ch);justify-content:center;"
    "column-gap:3.5rem;max-width:none;font-size:1.125rem}"
    "header,footer{grid-column:1/-1}"
    "nav{position:sticky;top:0;align-self:start;max-height:100vh;margin:1.9rem 0 0 -.3rem;"
    "padding:1.3rem .3rem;overflow:auto}"
    "nav>ol{columns:auto}"
    "main>section:first-child{margin-top:2.5rem}}",
    "@media print{@page{margin:18mm}:root{--width:100vw}"
    "body{padding:0;max-width:none;font-size:10pt;line-height:1.36}"
    ".skip,nav{display:none}"
    "section{margin-top:16pt}"
    "article{columns:2;column-gap:6mm;column-rule:.25pt solid var(--line)}"
    "article p{orphans:2;widows:2}"
    "h2,h3{break-after:avoid;break-inside:avoid}"
    "h3{column-span:all;font-size:15pt}"
    "footer{break-inside:avoid;font-size:8pt}"
    "h1::before,article>p:last-child::after{-webkit-print-color-adjust:exact;"
    "print-color-adjust:exact}}",
};

static void build_colour(struct build *b, const char *name, struct colour c) {
    static const char hex[] = "0123456789abcdef";
    uint8_t parts[] = {c.r, c.g, c.b};
    build_text(b, text_of(name));
    build_char(b, '#');
    for (int i = 0; i < 3; i++) {
        build_char(b, hex[parts[i] >> 4]);
        build_char(b, hex[parts[i] & 15]);
    }
}

static void build_palette(struct build *b, struct colour accent, struct colour paper,
                          const char *others) {
    build_colour(b, "--paper:", paper);
    build_colour(b, ";--accent:", contrast_readable(accent, paper));
    build_colour(b, ";--proof:", contrast_readable(proof, paper));
    build_text(b, text_of(others));
}

/* The flag over the title, its colours in equal parts. */
static void build_flag(struct build *b, const struct newsroom *n) {
    if (!n->has_flag) return;
    build_text(b, T("h1::before{content:\"\";display:block;height:.6rem;margin-bottom:.75rem;"
                    "background:linear-gradient(to right"));
    for (int i = 0; i < FLAG_COLOURS; i++) {
        build_colour(b, ",", n->flag[i].screen);
        build_text(b, T(" 0 calc(100%*"));
        build_int(b, i + 1);
        build_char(b, '/');
        build_int(b, FLAG_COLOURS);
        build_char(b, ')');
    }
    build_text(b, T(")}\n"));
}

void build_sheet(struct build *b, const struct newsroom *n, struct colour accent) {
    build_text(b, T(":root{color-scheme:light dark;"));
    build_palette(b, accent, light_paper, ";--ink:#1a1a1a;--quiet:#575757;--line:#4d4d4d;\n");
    build_text(b, T("--serif:\"Gentium Book Plus\",\"Gentium Plus\",Gentium,\"Charis SIL\",Charter,"
                    "\"Iowan Old Style\",\"Palatino Linotype\",\"Noto Serif\",Georgia,serif;\n"
                    "--sans:Inter,system-ui,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,"
                    "sans-serif;\n--width:min(100vw - 2.5rem,65ch);--ems:"));
    /* the masthead's title fills its width: a letter is half an em wide, rather less than more */
    build_int(b, (int64_t)(utf8_count(n->title) + 1) / 2);
    build_text(b, T("}\n@media screen and (prefers-color-scheme:dark){:root{"));
    build_palette(b, accent, dark_paper, ";--ink:#e6e3dd;--quiet:#aeaaa2;--line:#6b6f74}}\n");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        build_text(b, text_of(rules[i]));
        build_char(b, '\n');
    }
    build_flag(b, n);
}
