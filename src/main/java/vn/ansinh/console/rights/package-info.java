/** Answering what people ask about their own data. */
@NullMarked
package vn.ansinh.console.rights;

import org.jspecify.annotations.NullMarked;
