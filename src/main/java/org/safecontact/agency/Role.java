package org.safecontact.agency;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What somebody does for the children, named by the group that the login carries. */
public enum Role {
    CARER("carer", "carer"),
    SUPERVISING_SOCIAL_WORKER("supervisingSocialWorker", "supervising social worker"),
    DUTY_SOCIAL_WORKER("dutySocialWorker", "duty social worker"),
    TEAM_MANAGER("teamManager", "team manager"),
    REGISTERED_MANAGER("registeredManager", "registered manager"),
    RESPONSIBLE_INDIVIDUAL("responsibleIndividual", "responsible individual"),
    CHILDS_SOCIAL_WORKER("childsSocialWorker", "child's social worker"),
    /** Works for the placing authority and has no login: reached by telephone only. */
    EMERGENCY_DUTY_TEAM("emergencyDutyTeam", "emergency duty team"),
    /** Looks after the machine; sees no case. */
    ADMINISTRATOR("camunda-admin", "administrator");

    private final String groupId;
    private final String words;

    Role(String groupId, String words) {
        this.groupId = groupId;
        this.words = words;
    }

    /** The name that logins, diagrams and decision tables use. */
    @JsonValue
    public String groupId() {
        return groupId;
    }

    /** The name that people read. */
    public String words() {
        return words;
    }

    /** The role behind a group; empty for a group that is none of ours. */
    public static Optional<Role> ofGroup(String groupId) {
        return Arrays.stream(values())
                .filter(role -> role.groupId.equals(groupId))
                .findFirst();
    }
}
