package org.safecontact.incident.carer;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What a carer of the home is to know as soon as they look at their list, from each area that has something; it is asked only for whoever
 * reads who has the case. No message goes to a carer about it (practice, section 3), so the list says it.
 */
@NamedInterface("carer")
public interface NewsForTheCarer {

    /**
     * @param words what it is: <i>You may add a picture</i>
     * @param page where to read or do it, below the address of our pages
     */
    @NamedInterface("carer")
    record News(String words, String page) {}

    /** What stands now; none when there is nothing. */
    List<News> on(String reference);
}
