"""What a person types: one file per noun, thin: parse, call, emit."""
