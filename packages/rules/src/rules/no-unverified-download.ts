import { defineRule } from "../define-rule.js";
import { removeSetting } from "../edits/setting-mends.js";
import { gitVariable } from "../other-files/watched-variables.js";

export default defineRule({
  name: "no-unverified-download",
  meta: {
    type: "problem",
    description: "disallow commands that fetch something without verifying who hands it out",
    preset: "strict",
    grades: ["ask"],
    transform: "unverified-to-verified-download",
    cwe: [295],
    references: [
      "RFC 9325, section 7.1",
      "https://curl.se/docs/manpage.html#-k",
      "https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify",
    ],
    messages: {
      unverified:
        "`{{code}}` takes what it fetches from whoever answers (RFC 9325, section 7.1). Remove it, and name what signs a self-signed or company certificate: `--cacert` for curl, `--ca-certificate` for wget, `http.sslCAInfo` for git.",
      stored:
        "`{{code}}` has git take what it fetches from whoever answers, in this run and in all to come (RFC 9325, section 7.1). Remove it, and name what signs a self-signed or company certificate in `http.sslCAInfo`.",
      variable:
        "`GIT_SSL_NO_VERIFY` has git take what it fetches from whoever answers, whatever its value (RFC 9325, section 7.1). Remove it, and name what signs a self-signed or company certificate in `http.sslCAInfo`.",
    },
  },
  checkSetting: {
    fetch(setting, { report }) {
      const { program, told, removal, isStored } = setting;
      const mend = removeSetting(removal, told);
      report({
        at: setting,
        messageId: isStored ? "stored" : "unverified",
        data: { code: isStored ? `${program} config ${told}` : `${program} ${told}` },
        level: "warning",
        grade: "ask",
        mend,
      });
    },
    variable(setting, { report }) {
      const { name, removal, isForeign } = setting;
      if (name !== gitVariable) return;
      const mend = isForeign ? undefined : removeSetting(removal, name);
      report({ at: setting, messageId: "variable", level: "warning", grade: "ask", mend });
    },
  },
});
