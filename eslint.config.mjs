// What eslint holds the JavaScript to: its recommended rules; `make lint` runs it where node is.
import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ignores: [
      ".*/**", "source/**", "release/**", "autograded/**", "tests/sample_class/**",
      "**/*.bundle.js", "utils/nongju/simulators/static/**",
    ],
  },
  js.configs.recommended,
  { files: ["utils/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    // a view is put below the bundle, and its `view` is what the last line hands over
    files: ["utils/nongju/simulators/views/*.js"],
    languageOptions: { globals: { nongju: "readonly" } },
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^view$" }] },
  },
  { files: ["tests/**/*.js", "*.mjs"], languageOptions: { globals: globals.node } },
];
