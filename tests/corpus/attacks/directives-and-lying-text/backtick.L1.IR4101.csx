return `AtLeast(1)`;
