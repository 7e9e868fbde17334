package org.safecontact.incident.carer;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What an area above has to say to a carer of the home who reads where a report stands; it is asked only for whoever may know of the case. */
@NamedInterface("carer")
public interface AlsoForTheCarer {

    /** Sentences for the carer, in their order; none when there is nothing to say. */
    List<String> lines(String reference);
}
