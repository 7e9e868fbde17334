package org.safecontact.engine;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody typed into a form and has not sent.
 *
 * @param answers strings, numbers, truths and lists of strings by the keys of the form's questions
 * @param keptAt when it was kept last
 */
public record Draft(Map<String, Object> answers, Instant keptAt) {}
