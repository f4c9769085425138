export { readAssignedVariables as default } from "../assigned-variables.js";
