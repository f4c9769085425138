export { otherFileComments, type Comment } from "./comments.js";
export { readOtherFile } from "./read-other-file.js";
