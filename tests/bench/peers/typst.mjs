// Typst out of npm: the compiler of @myriaddreamin/typst-ts-node-compiler, as a process of its own.
//   node typst.mjs MODULE FONTS IN OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [module, fonts, from, to] = process.argv.slice(2);
const { NodeCompiler } = await import(pathToFileURL(module));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
const made = compiler.compile({ mainFileContent: readFileSync(from, 'utf8') });
if (!made.result) {
  made.printDiagnostics?.();
  process.exit(1);
}
writeFileSync(to, compiler.pdf(made.result, { creationTimestamp: 1764028800 }));
