/** Linux starts no command with a longer argument, which is what a script is to the shell: such a script sets nothing. */
export const longestScript = 131_072;
