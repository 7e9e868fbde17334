package org.safecontact.restriction.process;

import org.safecontact.engine.Answers;

/** What the child says about a limit, or why nobody asked: asked wherever one is made or goes on (FSR 2011, regulation 11). */
final class Views {

    private Views() {}

    static String of(Answers answers) {
        return answers.one("viewsSaid")
                .or(() -> answers.one("viewsWhyNot").map(why -> "not asked: " + why))
                .orElse("");
    }
}
