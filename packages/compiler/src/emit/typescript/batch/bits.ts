/** How many outcomes stand in one number of a column of bits. */
export const bitsAWord = 30;

/** The bit, in the first number, that says that there is a value at all. */
export const presentBit: number = 2 ** 30;
