package org.safecontact.evidence;

/**
 * A police officer's written direction to remove a sealed file (contract, section 5).
 *
 * @param officer the officer's name
 * @param officerNumber the officer's number
 * @param force which police force
 * @param policeReference the reference of the direction
 * @param backups which backups still hold the file and when they expire
 */
public record PoliceDirection(
        String officer, String officerNumber, String force, String policeReference, String backups) {

    /** A direction as kept, and who decided to follow it. */
    public record Decided(long id, PoliceDirection direction, String decidedBy) {}
}
