/** A difference between the verdict and what happened; `what` names it. */
export const difference = (what, expected, observed) => ({ what, expected, observed });

export const equal = (left, right) => JSON.stringify(left) === JSON.stringify(right);
