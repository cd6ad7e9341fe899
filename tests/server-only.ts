/** Stands in for the package of that name, which throws where React's server condition is not set. */
export {}
