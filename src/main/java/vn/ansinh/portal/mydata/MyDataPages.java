package vn.ansinh.portal.mydata;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** My data (Dữ liệu của tôi): the way to what the law gives everybody over their own data. */
@Controller
class MyDataPages {

  @GetMapping("/home/data")
  ModelAndView show() {
    return new ModelAndView("portal/mydata/mydata");
  }
}
