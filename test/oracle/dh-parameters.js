import { generatePrimeSync, getDiffieHellman } from "node:crypto";
import { pem, sequence, unsigned } from "./der.js";

const GENERATOR = Buffer.from([2]);
const GROUPS = ["modp1", "modp2", "modp5", "modp14", "modp15", "modp16", "modp18"];

/** PEM parameters with moduli of 512, 768, 1024, 1536, 2048, 3072, 4096 and 8192 bits. */
export const diffieHellmanParameters = [
  Buffer.from(generatePrimeSync(512)),
  ...GROUPS.map((name) => getDiffieHellman(name).getPrime()),
].map((prime) => pem("DH PARAMETERS", sequence(unsigned(prime), unsigned(GENERATOR))));
