import { testRule } from "../../../../test/harness/test-rule.js";

testRule("__name__", {
  valid: [
    { name: "options without it", code: `require('tls').connect({ ca });` },
    { name: "its name in a text", code: `log('__option__');` },
  ],
  invalid: [{ name: "a value from elsewhere", code: `require('tls').connect({ ca, __option__: settings });` }],
});
