package org.safecontact.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.safecontact.incident.carer.NewsForTheCarer;
import org.springframework.stereotype.Component;

/** A worker agreed that files are added, and none was since. */
@Component
class PictureAgreed implements NewsForTheCarer {

    private final FileRules rules;
    private final FileRepository files;

    PictureAgreed(FileRules rules, FileRepository files) {
        this.rules = rules;
        this.files = files;
    }

    @Override
    public List<News> on(String reference) {
        return rules.agreed(reference).stream()
                .map(Agreed::at)
                .max(Comparator.naturalOrder())
                .filter(at -> !addedSince(reference, at))
                .map(at -> new News("You may add a picture", "c/" + reference + "/e"))
                .stream()
                .toList();
    }

    private boolean addedSince(String reference, Instant agreed) {
        return files.files(reference).stream().anyMatch(file -> !file.addedAt().isBefore(agreed));
    }
}
