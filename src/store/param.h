#ifdef EXP
double exp_param(const char *name, double def);
#define PARAM(n, d) exp_param(#n, d)
#else
#define PARAM(n, d) (d)
#endif
