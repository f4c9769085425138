/** The same edits as in ast-grep-rules.yml, in the way that jscodeshift's own documentation shows. */
module.exports = function transform(file, { jscodeshift: j }) {
  const root = j(file.source);
  const properties = root.find(j.ObjectProperty);
  const secureProtocol = properties.filter(({ node }) => node.key.name === "secureProtocol");
  secureProtocol.replaceWith(() => j.objectProperty(j.identifier("minVersion"), j.stringLiteral("TLSv1.2")));
  const disabled = properties.filter(
    ({ node }) => node.key.name === "rejectUnauthorized" && node.value.value === false,
  );
  disabled.forEach(({ node }) => (node.value = j.booleanLiteral(true)));
  return secureProtocol.length + disabled.length > 0 ? root.toSource() : undefined;
};
