package org.safecontact.plan.safercare;

import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * What somebody writes as a child's Safer Care Plan. All of it is read by everybody who may read what is agreed about the child.
 *
 * @param begunFrom the version that stood before whoever wrote it; 0 for the first
 * @param says the whole plan: what is done now
 * @param changed what is new in it
 * @param why why, in words about what is done
 * @param learn what is learned together, by when; may be empty
 * @param reviewOn by when it is looked at again
 */
@NamedInterface("saferCare")
public record NewSaferCare(int begunFrom, String says, String changed, String why, String learn, LocalDate reviewOn) {

    /** Keeps what was typed out of logs and of the texts of errors. */
    @Override
    public String toString() {
        return "NewSaferCare[" + begunFrom + "]";
    }
}
