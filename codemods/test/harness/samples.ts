/** One edit of grade upgrade. */
export const upgrade = "require('tls').connect({ secureProtocol: 'TLS_method' });\n";
export const upgraded = "require('tls').connect({ minVersion: 'TLSv1.2' });\n";

/** One edit of grade fix: the method throws in every Node release in range. */
export const fixable = "require('tls').connect({ secureProtocol: 'SSLv3_method' });\n";

/** One edit of grade ask. */
export const ask = "require('tls').connect({ rejectUnauthorized: false });\n";
export const asked = "require('tls').connect({ rejectUnauthorized: true });\n";

/** One finding without an edit: the code stands behind the user's own choice. */
export const manual = "require('tls').connect({ rejectUnauthorized: insecure ? false : verify });\n";

/** Names an option, and has nothing to find. */
export const strong = "require('tls').connect({ minVersion: 'TLSv1.2' });\n";

/** Names no option, so that it is not parsed. */
export const plain = "export const answer = 42;\n";

/** Names an option and does not parse. */
export const broken = "const minVersion = ;\n";
