// SemConvTemplateEngine
