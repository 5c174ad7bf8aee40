"""Domain values as screens of a terminal, by way of Rich; stored text reaches Rich only as Text."""
