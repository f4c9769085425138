import fc from "fast-check";
import { SECURE_OPTIONS } from "tls-policy";
import { cipherList } from "../option-sets.js";

const protocol = fc.constantFrom("TLS", "SSLv23", "TLS_CLIENT", "TLS_SERVER", "TLSv1", "TLSv1_1", "TLSv1_2", "SSLv3");
const verifyMode = fc.constantFrom("CERT_NONE", "CERT_OPTIONAL", "CERT_REQUIRED");
const purpose = fc.constantFrom("SERVER_AUTH", "CLIENT_AUTH");
const version = fc.constantFrom(
  "MINIMUM_SUPPORTED",
  "SSLv3",
  "TLSv1",
  "TLSv1_1",
  "TLSv1_2",
  "TLSv1_3",
  "MAXIMUM_SUPPORTED",
);
const bits = fc
  .subarray(
    SECURE_OPTIONS.filter(({ name }) => /NO_(?:SSLv|TLSv)|LEGACY|UNSAFE|CIPHER_SERVER/.test(name)),
    { minLength: 1, maxLength: 3 },
  )
  .map((options) => options.reduce((sum, { bit }) => (sum | bit) >>> 0, 0));

const construction = fc.oneof(
  { arbitrary: fc.record({ call: fc.constant("SSLContext"), protocol }, { requiredKeys: ["call"] }), weight: 5 },
  {
    arbitrary: fc.record({ call: fc.constant("create_default_context"), purpose }, { requiredKeys: ["call"] }),
    weight: 3,
  },
  {
    arbitrary: fc.record(
      { call: fc.constant("_create_unverified_context"), protocol, verifyMode, checkHostname: fc.boolean(), purpose },
      { requiredKeys: ["call"] },
    ),
    weight: 2,
  },
  {
    arbitrary: fc.record(
      { call: fc.constant("wrap_socket"), protocol, verifyMode, ciphers: cipherList },
      { requiredKeys: ["call"] },
    ),
    weight: 1,
  },
);

const operation = fc.oneof(
  { arbitrary: fc.record({ set: fc.constant("verify_mode"), to: verifyMode }), weight: 2 },
  { arbitrary: fc.record({ set: fc.constant("check_hostname"), to: fc.boolean() }), weight: 2 },
  {
    arbitrary: fc.record({ set: fc.constantFrom("minimum_version", "maximum_version"), to: version }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ set: fc.constant("options"), how: fc.constantFrom("to", "add", "clear"), bits }),
    weight: 2,
  },
  { arbitrary: fc.record({ call: fc.constant("set_ciphers"), list: cipherList }), weight: 3 },
  {
    arbitrary: fc.record({
      call: fc.constant("set_ecdh_curve"),
      curve: fc.constantFrom("prime256v1", "secp384r1", "secp521r1", "foo"),
    }),
    weight: 1,
  },
);

/** A context as a program makes it, and the side that it is used for. */
export const contextUse = fc.record({
  side: fc.constantFrom("client", "server"),
  construction,
  operations: fc.array(operation, { maxLength: 4 }),
});
