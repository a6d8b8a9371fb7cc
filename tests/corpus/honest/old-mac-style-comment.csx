/* ** 目标 ** */
/**/ return AtLeast(20); /***/
