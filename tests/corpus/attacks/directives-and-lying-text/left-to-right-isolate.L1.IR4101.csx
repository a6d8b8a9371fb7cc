/* ⁦ */ return AtLeast(1); /* ⁩ */
