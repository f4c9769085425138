export default {
  "*": "tls-codemod fix --allow-staged --quiet --no-interactive",
};
