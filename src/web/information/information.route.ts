import { Get } from '@nestjs/common';
import { OpenToAll } from '../../access/permission.js';
import { Page, PageRoute } from '../frame/page.js';

/** The pages in the footer of every page. They are open to all, and say nothing of anybody. */
@PageRoute()
export class InformationRoute {
  @Get('help')
  @OpenToAll()
  @Page('web/information/help')
  help(): object {
    return { title: 'Help' };
  }

  @Get('accessibility')
  @OpenToAll()
  @Page('web/information/accessibility')
  accessibility(): object {
    return { title: 'Accessibility statement' };
  }

  @Get('cookies')
  @OpenToAll()
  @Page('web/information/cookies')
  cookies(): object {
    return { title: 'Cookies' };
  }

  @Get('privacy')
  @OpenToAll()
  @Page('web/information/privacy')
  privacy(): object {
    return { title: 'Privacy' };
  }

  @Get('whats-new')
  @OpenToAll()
  @Page('web/information/whats-new')
  whatsNew(): object {
    return { title: 'What’s new' };
  }
}
