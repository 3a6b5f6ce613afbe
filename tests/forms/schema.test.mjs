// The form schema against an independent validator (ajv): every form file is valid, and what the
// schema can say of a damaged form it says. Which damages the loader refuses too is tested in
// tests/core/forms; here each case names the code that the loader gives.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const Ajv = createRequire(import.meta.url)('ajv/dist/2020.js').default;

const schema = JSON.parse(fs.readFileSync(path.join(root, 'forms/form.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: false }).compile(schema);
let failures = 0;

function check(what, form, expected) {
  const valid = validate(form);
  if (valid === expected) return;
  ++failures;
  console.error(`${what}: ${valid ? 'accepted' : JSON.stringify(validate.errors.slice(0, 3))}`);
}

// The text of a raw string literal R"json(…)json" in a test's header.
function formIn(header) {
  const text = fs.readFileSync(path.join(root, 'tests/core/forms', header), 'utf8');
  return text.match(/R"json\(([\s\S]*?)\)json"/)[1];
}

const files = fs.readdirSync(path.join(root, 'forms')).filter((name) => name.endsWith('.json') && name !== 'form.schema.json');
for (const name of files) check(name, JSON.parse(fs.readFileSync(path.join(root, 'forms', name), 'utf8')), true);
const sample = formIn('sample_form.h');
const all = formIn('all_types_form.h');
check('sample form', JSON.parse(sample), true);
check('form of all types', JSON.parse(all), true);

const damages = JSON.parse(fs.readFileSync(path.join(here, 'schema_damages.json'), 'utf8'));
for (const { form, from, to } of damages) {
  const text = form === 'sample' ? sample : all;
  if (!text.includes(from)) throw new Error(`not in the form: ${from}`);
  check(to, JSON.parse(text.replace(from, () => to)), false);
}
console.log(`${files.length + 2} forms valid, ${damages.length} damaged forms refused, ${failures} failures`);
process.exit(failures ? 1 : 0);
