package vn.ansinh.web;

/**
 * Everything {@code web/error.jte} shows.
 *
 * @param kind which words: {@code notFound}, {@code busy} …
 * @param reference the request id, empty when there is none
 */
public record ErrorPage(int status, String kind, String reference) {}
