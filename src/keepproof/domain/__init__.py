"""What things are: plain values and their arithmetic, standard library only."""
