// SemConvRendering
