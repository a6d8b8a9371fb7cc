return Improving(new Since());
