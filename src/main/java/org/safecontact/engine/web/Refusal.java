package org.safecontact.engine.web;

import java.util.Map;

/**
 * A refusal as a browser gets it.
 *
 * @param status of HTTP
 * @param type what kind, for the page that shows it
 * @param message what to do now, in plain words, without ids
 * @param fields what to do at each field of the form
 */
record Refusal(int status, String type, String message, Map<String, String> fields) {}
