package org.safecontact.access.process;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.safecontact.access.Sight;

/** A person's {@link Sight} as the engine's task query takes it (resource {@code access/tasks-in-sight.xml}). */
public final class TasksInSight implements Serializable {

    /** Counting stops here: nobody needs to know whether it is 1,000 or 40,000, and counting them all takes long. */
    public static final int MOST_COUNTED = 1000;

    static final String MAPPING = "access/tasks-in-sight.xml";
    static final String LIST = "org.safecontact.access.process.TasksInSight.selectTasksInSight";
    static final String COUNT = "org.safecontact.access.process.TasksInSight.selectTaskCountInSight";

    static final String IN_HAND = "org.safecontact.access.process.TasksInSight.selectCasesInHand";
    static final String WHO_HAS_SOMETHING = "org.safecontact.access.process.TasksInSight.selectWhoHasSomething";
    static final String WHO_IS_OFFERED_SOMETHING =
            "org.safecontact.access.process.TasksInSight.selectWhoIsOfferedSomething";
    static final String OFFERED_BY_NAME = "org.safecontact.access.process.TasksInSight.selectOfferedByName";

    private static final long serialVersionUID = 1L;

    private final String personId;
    private final boolean empty;
    private final boolean everyCase;
    private final boolean behindWalls;
    private final boolean onlyMeant;
    // plain lists: the engine's SQL mapping calls their methods by reflection
    private final ArrayList<String> households;
    private final ArrayList<String> standsInFor;
    private final String ownHome;
    private final ArrayList<String> children;
    private final ArrayList<String> references;
    private final ArrayList<String> inHand;
    private final ArrayList<String> roles;

    TasksInSight(Sight sight) {
        personId = sight.personId();
        empty = sight.isEmpty();
        everyCase = sight.everyCase();
        behindWalls = sight.behindWalls();
        onlyMeant = sight.onlyMeant();
        households = new ArrayList<>(sight.households());
        standsInFor = new ArrayList<>(sight.standsInFor());
        ownHome = sight.ownHome().orElse(null);
        children = new ArrayList<>(sight.children());
        references = new ArrayList<>(sight.references());
        inHand = new ArrayList<>(sight.inHand());
        roles = new ArrayList<>(sight.roles());
    }

    public String getPersonId() {
        return personId;
    }

    public boolean isEmpty() {
        return empty;
    }

    public boolean isEveryCase() {
        return everyCase;
    }

    public boolean isBehindWalls() {
        return behindWalls;
    }

    public boolean isOnlyMeant() {
        return onlyMeant;
    }

    public List<String> getHouseholds() {
        return households;
    }

    public List<String> getStandsInFor() {
        return standsInFor;
    }

    public String getOwnHome() {
        return ownHome;
    }

    public List<String> getChildren() {
        return children;
    }

    public List<String> getReferences() {
        return references;
    }

    public List<String> getInHand() {
        return inHand;
    }

    public List<String> getRoles() {
        return roles;
    }
}
