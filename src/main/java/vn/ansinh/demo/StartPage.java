package vn.ansinh.demo;

import java.util.List;

/**
 * The demo's front door.
 *
 * @param signIns ready lines of who can sign in and how, as the start of the server prints them
 */
public record StartPage(List<String> signIns) {}
