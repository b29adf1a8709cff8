"""Runs the examples of the specification of CommonMark, which is not kept here: each composes, and its text
is that of the expected HTML, or is refused by a rule of griot-source(5) or griot-style(5); none crashes.
`make check-commonmark` fetches the specification.

    python3 tests/edition/commonmark.py GRIOT spec.txt

Prints what differs, and how many are refused by which rule; status 1 where one differs, crashes or is refused
by no such rule."""
import collections, html, os, re, subprocess, sys, tempfile

RULES = {
    "raw-html": "HTML",
    "link-kind": "links that lead elsewhere than to http, https or mailto",
    "image-amid": "pictures within a text",
    "companion-outside": "pictures of other computers, files outside the folder",
    "companion-missing": "files that are not there",
    "image-silent": "pictures without a legend",
    "title-without-body": "texts that say nothing below their title",
    "control-character": "control characters",
    "no-glyph": "characters that no face of the style has",
}
FRONT = "---\ntitle: Example\nministry: MSDS\nlang: en\n---\n"
griot, spec = sys.argv[1:3]
text = open(spec, encoding="utf-8").read()
examples = re.findall(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", text, re.S | re.M)


def words(markup):
    markup = re.sub(r"(?s)<h3>.*?</h3>", "", markup, count=1)
    markup = re.sub(r"<br\s*/>", " ", markup)
    markup = re.sub(r"</?(p|li|ul|ol|h\d|blockquote|pre|hr|article)\b[^>]*>", " ", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


refused, differs, crashed = collections.Counter(), [], []
with tempfile.TemporaryDirectory() as folder:
    source, out = os.path.join(folder, "a.md"), os.path.join(folder, "a.pdf")
    for number, (markdown, expected) in enumerate(examples, 1):
        with open(source, "w", encoding="utf-8") as f:
            f.write(FRONT + markdown.replace("→", "\t"))
        run = subprocess.run([griot, "compose", "--lang", "en", "--date", "2025-11-25", "-o", out, source],
                             capture_output=True)
        codes = re.findall(r" error: .*\[([a-z-]+)\]$", run.stderr.decode(), re.M)
        if run.returncode not in (0, 1) or (run.returncode == 1 and not RULES.keys() >= set(codes) > set()):
            crashed.append((number, run.stderr.decode()[-300:]))
        elif run.returncode:
            refused[codes[0]] += 1
        else:
            twin = open(out[:-3] + "html", encoding="utf-8").read()
            article = re.search(r"(?s)<article.*</article>", twin).group(0)
            article = re.sub(r"(?s)^<article[^>]*>\s*<h3>Example</h3>", "<h3></h3>", article)
            got, want = words(article), words("<h3></h3>" + expected.replace("→", "\t"))
            if got != want:
                differs.append((number, want, got))
for number, want, got in differs:
    print(f"example {number} differs\n  want {want[:200]!r}\n  got  {got[:200]!r}")
for number, said in crashed:
    print(f"example {number} crashed, or is refused by no rule: {said}")
expected = len(examples) - sum(refused.values()) - len(differs) - len(crashed)
print(f"{len(examples)} examples: {expected} as expected, {sum(refused.values())} refused, {len(differs)} differ,",
      f"{len(crashed)} crashed or refused by no rule")
for code in RULES:
    print(f"{refused[code]:5} refused: {RULES[code]} [{code}]")
sys.exit(not examples or bool(differs or crashed))
