package org.safecontact.access.door;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecontact.agency.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One line of the door's table (resource {@code access/door.yaml}, where the words are explained).
 *
 * @param method the one method it allows
 * @param path the paths it allows
 * @param audience who may; empty set means anybody who is logged in and known, absent means anybody at all
 * @param query what each allowed query parameter may be; absent means any
 * @param atMost largest page, put on the request where it names none
 * @param body what the body may be
 * @param asks what is asked of person and case first
 * @param answer what the door answers itself
 * @param why what needs the line
 */
record DoorLine(
        String method,
        PathPattern path,
        Optional<Set<Role>> audience,
        Optional<Map<String, QueryRule>> query,
        Optional<Integer> atMost,
        BodyRule body,
        Optional<Question> asks,
        Optional<String> answer,
        String why) {

    /** What is asked of person and case before a request goes on. */
    enum Question {
        READ_TASK,
        WORK_TASK,
        /** As working on it; what comes second goes on, because the engine room keeps what was typed. */
        SEND_FORM,
        CURRENT_REPORT,
        /** Whether the step was tried and failed, so that trying it once more changes nothing else. */
        FAILED_JOB;

        /** What only one person can do: asked again where the engine refuses it. */
        static final Set<Question> OF_ONE_ONLY = Set.of(WORK_TASK, SEND_FORM);
    }

    /** The values of the path's variables when method and path are this line's. */
    Optional<Map<String, String>> match(String requestMethod, String requestPath) {
        return method.equals(requestMethod)
                ? Optional.ofNullable(path.matchAndExtract(PathContainer.parsePath(requestPath)))
                        .map(PathPattern.PathMatchInfo::getUriVariables)
                : Optional.empty();
    }

    boolean isFor(Optional<SomebodyThere> person) {
        return audience.isEmpty()
                || person.isPresent()
                        && (audience.get().isEmpty()
                                ? !person.get().roles().isEmpty()
                                : person.get().isOneOf(audience.get()));
    }
}
