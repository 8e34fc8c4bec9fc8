package vn.ansinh.portal.notices;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.notifications.Inbox;
import vn.ansinh.web.Unread;

/** For the badge in the header of a person's pages. */
@Component
class UnreadNotices implements Unread {

  private final Inbox inbox;

  UnreadNotices(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public int count() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof CitizenSession session
        ? inbox.unread(session.person())
        : 0;
  }
}
