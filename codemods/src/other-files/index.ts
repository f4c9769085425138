export { otherFileComments } from "./comments.js";
export { readOtherFile } from "./read-other-file.js";
