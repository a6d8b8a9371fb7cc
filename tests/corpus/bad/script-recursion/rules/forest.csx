Verdict Down(decimal low) => low < 1 ? AtLeast(low) : Down(low - 1);
return Down(20);
