// SemConvDriver
