// `make bundle`: one build, three files. The forms' script comes to every worksheet, so it goes without D3, which
// only the simulators need; what both need (saving, blanks) is the same modules in each.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { build } from "esbuild";

const into = process.argv[2] ?? "."; // a test builds elsewhere, and compares
const forms = "utils/nongju/answers/web/static";
const simulators = "utils/nongju/simulators";
const common = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

for (const name of ["form", "loader"]) {
  await build({
    ...common,
    entryPoints: [`${forms}/${name}.js`],
    format: "esm",
    outfile: join(into, forms, `${name}.bundle.js`),
  });
}
await build({
  ...common,
  entryPoints: [`${simulators}/web/core.js`],
  format: "iife",
  globalName: "nongju",
  banner: { js: readFileSync(`${simulators}/web/licence.txt`, "utf8").trimEnd() },
  outfile: join(into, simulators, "static/core.bundle.js"),
});
