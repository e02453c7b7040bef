#ifndef CLIBYAML_SHIM_H
#define CLIBYAML_SHIM_H

#if __has_include(<yaml.h>)
#include <yaml.h>
#else
#error "libyaml is missing. Install it: 'apt-get install libyaml-dev' (Debian, Ubuntu), 'brew install libyaml' (macOS), 'yum install libyaml-devel' (Fedora, RHEL); or run 'make setup'."
#endif

#endif
