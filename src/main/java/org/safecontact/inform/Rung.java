package org.safecontact.inform;

import java.time.Instant;
import org.safecontact.incident.RiskLevel;

/**
 * Whose turn it is to answer.
 *
 * @param number counts the turns of this alarm from 1
 * @param repetition 0, and one more each time that the last turn is repeated
 * @param role whose turn, as the decision table names it
 * @param level how serious it is at that moment
 * @param purpose why these people are told
 * @param startedAt when these people were told
 * @param dueAt until when somebody must have answered
 */
public record Rung(
        int number, int repetition, String role, RiskLevel level, Purpose purpose, Instant startedAt, Instant dueAt) {}
